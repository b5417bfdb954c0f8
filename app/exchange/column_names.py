"""What planners call their columns, in English, German, French, Spanish, Portuguese, Italian."""

from enum import StrEnum


class Field(StrEnum):
    """What a column of a plan can hold."""

    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    MARKET = "market"
    LANGUAGE = "language"
    CHANNEL = "channel"
    NAME = "name"
    HOOK = "hook"
    TEXT = "text"
    HASHTAGS = "hashtags"
    LINK = "link"
    MEDIA = "media"
    ALT = "alt"
    FIRST_COMMENT = "first_comment"
    CAMPAIGN = "campaign"
    PILLAR = "pillar"
    FORMAT = "format"
    TAGS = "tags"
    STATUS = "status"
    APPROVAL = "approval"
    APPROVED_BY = "approved_by"
    OWNER = "owner"
    NOTES = "notes"
    SOURCE_ID = "source_id"


NAMES: dict[Field, tuple[str, ...]] = {
    Field.DATE: (
        *("date", "day", "publish date", "publishing date", "publication date", "post date"),
        *("posting date", "scheduled date", "schedule date", "go live date", "live date", "when"),
        *("planned date", "datum", "tag", "veröffentlichungsdatum", "veröffentlichung am"),
        *("posting datum", "post datum", "termin", "jour", "date de publication", "date du post"),
        *("date prévue", "date de diffusion", "fecha", "día", "fecha de publicación", "data"),
        *("fecha de publicacion", "dia", "data de publicação", "data di pubblicazione", "giorno"),
    ),
    Field.TIME: (
        *("time", "publish time", "publishing time", "post time", "posting time", "scheduled time"),
        *("time of day", "hour", "local time", "go live time", "uhrzeit", "zeit", "posting zeit"),
        *("veröffentlichungszeit", "heure", "horaire", "heure de publication", "hora"),
        *("hora de publicación", "horario", "hora local", "horário", "ora", "orario"),
    ),
    Field.MOMENT: (
        *("date time", "datetime", "date and time", "date time local", "scheduled at", "schedule"),
        *("scheduled for", "publish at", "publish on", "posting date and time", "post at"),
        *(
            "scheduled",
            "datum uhrzeit",
            "datum und uhrzeit",
            "datum zeit",
            "geplant für",
            "zeitpunkt",
        ),
        *("date et heure", "date heure", "programmé pour", "fecha y hora", "fecha hora"),
        *("programado para", "data e hora", "data hora", "data e ora", "data ora"),
    ),
    Field.MARKET: (
        *("market", "markets", "country", "countries", "country code", "market code", "territory"),
        *("region", "geo", "markt", "märkte", "land", "länder", "zielmarkt", "marché", "marchés"),
        *("pays", "région", "mercado", "mercados", "país", "países", "región", "paese", "mercato"),
    ),
    Field.LANGUAGE: (
        *("language", "languages", "lang", "locale", "post language", "sprache", "sprachen"),
        *("langue", "langues", "idioma", "idiomas", "lengua", "língua", "lingua"),
    ),
    Field.CHANNEL: (
        *(
            "platform",
            "platforms",
            "channel",
            "channels",
            "network",
            "networks",
            "account",
            "where",
        ),
        *("accounts", "social network", "social networks", "social media", "social platform"),
        *("social channel", "social media platform", "profile", "profiles", "media channel"),
        *("plattform", "plattformen", "kanal", "kanäle", "netzwerk", "netzwerke", "konto"),
        *("plateforme", "plateformes", "canal", "canaux", "réseau", "réseaux", "réseau social"),
        *("réseaux sociaux", "compte", "plataforma", "plataformas", "canales", "red", "redes"),
        *("red social", "redes sociales", "cuenta", "rede", "rede social", "redes sociais"),
        *("canais", "piattaforma", "piattaforme", "canale", "canali", "rete"),
    ),
    Field.NAME: (
        *("title", "topic", "subject", "post title", "idea", "post idea", "content idea", "theme"),
        *("headline", "name", "post name", "working title", "content title", "titel", "thema"),
        *("betreff", "idee", "arbeitstitel", "titre", "sujet", "thème", "idée", "título", "tema"),
        *("asunto", "assunto", "titolo", "argomento", "oggetto"),
    ),
    Field.HOOK: (
        "hook",
        "opening line",
        "first line",
        "aufhänger",
        "accroche",
        "gancho",
        "aggancio",
    ),
    Field.TEXT: (
        *(
            "text",
            "copy",
            "caption",
            "message",
            "post",
            "content",
            "post copy",
            "post text",
            "body",
        ),
        *(
            "post caption",
            "post content",
            "caption text",
            "caption copy",
            "social copy",
            "post body",
        ),
        *(
            "text copy",
            "copy text",
            "copy caption",
            "caption copy text",
            "final copy",
            "post message",
        ),
        *("description", "beitrag", "beitragstext", "posttext", "nachricht", "inhalt", "bildtext"),
        *("texte", "légende", "contenu", "message texte", "publication", "texte du post"),
        *("texto", "mensaje", "contenido", "publicación", "copia", "descripción", "legenda"),
        *("mensagem", "conteúdo", "publicação", "testo", "didascalia", "messaggio", "contenuto"),
    ),
    Field.HASHTAGS: ("hashtags", "hashtag", "hash tags", "mots dièse", "etiquetas hashtags"),
    Field.LINK: (
        *(
            "link",
            "url",
            "post link",
            "post url",
            "landing page",
            "destination url",
            "website link",
        ),
        *("cta link", "cta url", "link url", "utm link", "utm url", "tracking link", "ziel url"),
        *("zielseite", "lien", "lien url", "enlace", "liga", "ligação", "collegamento"),
    ),
    Field.MEDIA: (
        *("asset link", "asset", "assets", "asset url", "assets link", "link to asset", "visual"),
        *("link to assets", "image", "images", "image url", "image link", "picture", "picture url"),
        *("photo", "photo url", "media", "media url", "media urls", "media link", "creative"),
        *("creative link", "image video", "image video link", "video", "video url", "video link"),
        *("visual link", "visuals", "graphic", "graphics", "image asset", "bild", "bilder"),
        *("bild url", "bildlink", "bild link", "grafik", "medien", "visuel", "visuels", "média"),
        *("lien image", "lien visuel", "imagen", "imágenes", "enlace imagen", "foto", "recurso"),
        *("imagem", "imagens", "mídia", "immagine", "immagini", "link immagine"),
    ),
    Field.ALT: (
        *("alt text", "alt", "alternative text", "image alt text", "alttext", "alternativtext"),
        *("bildbeschreibung", "texte alternatif", "texto alternativo", "testo alternativo"),
    ),
    Field.FIRST_COMMENT: (
        *("first comment", "1st comment", "erster kommentar", "premier commentaire"),
        *("primer comentario", "primeiro comentário", "primo commento"),
    ),
    Field.CAMPAIGN: (
        *("campaign", "campaign name", "kampagne", "aktion", "campagne", "campaña", "campanha"),
        *("campagna", "initiative"),
    ),
    Field.PILLAR: (
        *("pillar", "content pillar", "content pillars", "category", "content category", "bucket"),
        *("säule", "content säule", "kategorie", "rubrik", "pilier", "catégorie", "rubrique"),
        *("pilar", "categoría", "pilar de contenido", "categoria", "pilastro"),
    ),
    Field.FORMAT: (
        *("format", "post type", "content type", "type", "content format", "type of post"),
        *("post format", "beitragsart", "typ", "art", "type de contenu", "type de post", "formato"),
        *("tipo", "tipo de contenido", "tipo de post", "tipo di contenuto"),
    ),
    Field.TAGS: ("tags", "labels", "label", "schlagwörter", "étiquettes", "etiquetas", "etichette"),
    Field.STATUS: (
        *("status", "stage", "state", "workflow", "approval status", "approval", "freigabestatus"),
        *("freigabe", "stand", "statut", "état", "validation", "approbation", "estado", "estatus"),
        *("aprobación", "aprovação", "situação", "stato", "approvazione"),
    ),
    Field.APPROVAL: ("approved", "freigegeben", "approuvé", "aprobado", "aprovado", "approvato"),
    Field.APPROVED_BY: (
        *("approved by", "approver", "reviewer", "reviewed by", "signed off by", "sign off"),
        *("freigegeben von", "freigabe durch", "geprüft von", "approuvé par", "validé par"),
        *("valideur", "aprobado por", "revisado por", "aprovado por", "approvato da"),
    ),
    Field.OWNER: (
        *("owner", "author", "writer", "responsible", "assignee", "assigned to", "created by"),
        *("copywriter", "person responsible", "verantwortlich", "autor", "autorin", "zuständig"),
        *("erstellt von", "responsable", "auteur", "rédacteur", "propietario", "asignado a"),
        *("responsável", "autore", "responsabile"),
    ),
    Field.NOTES: (
        *("notes", "note", "comments", "comment", "remarks", "internal notes", "feedback"),
        *("notizen", "notiz", "kommentar", "kommentare", "anmerkung", "anmerkungen", "bemerkung"),
        *("bemerkungen", "remarque", "remarques", "commentaire", "commentaires", "notas", "nota"),
        *("comentarios", "comentario", "observaciones", "comentários", "observações", "commenti"),
    ),
    Field.SOURCE_ID: (
        *("id", "post id", "content id", "row id", "uid", "unique id", "ref", "reference", "key"),
        *("post ref", "beitrags id", "kennung", "referenz", "identifiant", "référence", "clave"),
        *("identificador", "referencia", "referência", "identificativo", "riferimento"),
        *("no", "nr", "n", "num", "number", "nummer", "lfd nr", "numéro", "número", "numero"),
        *("post no", "post number", "row number", "zeile", "ligne", "fila"),
    ),
}

APPROVALS = (Field.STATUS, Field.APPROVAL, Field.APPROVED_BY)
"""What a sheet says about approval; it is kept as words and never counts."""

MAY_BE_A_COUNT = (
    "no",
    "nr",
    "n",
    "num",
    "number",
    "nummer",
    "numéro",
    "número",
    "numero",
    "n°",
    "#",
)
"""Names of a column that numbers the rows, but may begin anew each week, and so tells none apart.

They count as whole headers only: there is “no” in many sentences.
"""

NOT_A_PLAN_DATE = (
    *("approval", "approved", "review", "reviewed", "due", "deadline", "created", "creation"),
    *("updated", "modified", "last", "first", "draft", "briefing", "brief", "week", "end", "start"),
    *("freigabe", "abgabe", "erstellt", "fällig", "woche", "ende", "beginn", "semaine", "fin"),
    *("validation", "révision", "échéance", "création", "début", "revisión", "entrega", "creación"),
    *("semana", "settimana", "revisão", "criação"),
)
"""Words that make a date or a time one of the work, not of the post."""
