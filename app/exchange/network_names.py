"""What planners call the networks, and the words that only say which kind of post it is."""

from app.exchange.cells import folded

_NETWORKS: dict[str, tuple[str, ...]] = {
    "instagram": ("instagram", "insta", "ig", "instagramm", "ig feed"),
    "facebook": ("facebook", "fb", "face book", "meta facebook"),
    "x": ("x", "twitter", "x twitter", "twitter x", "x formerly twitter", "tw", "tweet"),
    "linkedin": ("linkedin", "linked in", "li", "lin"),
    "tiktok": ("tiktok", "tik tok", "tt"),
    "threads": ("threads", "meta threads"),
    "bluesky": ("bluesky", "blue sky", "bsky"),
    "mastodon": ("mastodon", "fediverse"),
    "youtube": ("youtube", "you tube", "yt"),
    "pinterest": ("pinterest", "pin", "pins"),
    "telegram": ("telegram", "tg"),
    "push": (
        "push",
        "app push",
        "push notification",
        "push message",
        "push nachricht",
        "notif push",
    ),
    "google-business": (
        "google business",
        "google business profile",
        "gbp",
        "gmb",
        "google my business",
    ),
    "whatsapp": ("whatsapp", "whats app", "wa"),
    "snapchat": ("snapchat", "snap"),
    "reddit": ("reddit",),
    "xing": ("xing",),
    "line": ("line",),
    "vk": ("vk", "vkontakte"),
    "weibo": ("weibo",),
    "wechat": ("wechat", "we chat"),
}

ELSEWHERE = frozenset(
    map(
        folded,
        (
            *(
                "blog",
                "blog post",
                "blogpost",
                "blogbeitrag",
                "article",
                "artikel",
                "email",
                "e-mail",
            ),
            *(
                "mail",
                "newsletter",
                "emailing",
                "website",
                "web",
                "webseite",
                "site web",
                "homepage",
            ),
            *(
                "podcast",
                "print",
                "press",
                "press release",
                "presse",
                "sms",
                "webinar",
                "event",
                "pr",
            ),
            *(
                "ads",
                "paid",
                "paid social",
                "banner",
                "landing page",
                "correo",
                "boletín",
                "sitio web",
            ),
        ),
    )
)
"""Places that a plan may hold beside the posts of this calendar."""

FORMATS = {
    folded(word): label
    for label, words in {
        "": ("post", "posts", "feed", "page", "company page", "beitrag", "publicación", "timeline"),
        "Story": ("story", "stories", "storys", "historia", "historias"),
        "Reel": ("reel", "reels"),
        "Carousel": ("carousel", "carrousel", "karussell", "carrusel", "carosello"),
        "Video": ("video", "videos", "vidéo"),
        "Short": ("short", "shorts"),
        "Live": ("live",),
        "Photo": ("photo", "image", "foto", "bild"),
    }.items()
    for word in words
}
"""Kinds of post by their folded names; an empty label says nothing beside the network."""

NETWORKS = {folded(name): network for network, names in _NETWORKS.items() for name in names}
"""Networks by their folded names."""


def network_of(name: str) -> str:
    """Return the key of the network that a name means, or the folded name itself."""
    return NETWORKS.get(folded(name), folded(name))
