"""What a paper is and where it begins: headers, headings, page counts, papers that begin below others, transcripts."""
