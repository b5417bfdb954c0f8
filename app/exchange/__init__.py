"""Files in and out: scheduler formats, manifests, hand-over sheets and planners' own sheets."""
