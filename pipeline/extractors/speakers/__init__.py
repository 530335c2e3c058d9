"""Who says it: reports of speech, quotations, turns of a transcript, answers, whoever is heard through a paper."""
