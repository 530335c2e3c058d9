"""A sentence as the cue language of topic files sees it, and where its patterns hold."""
