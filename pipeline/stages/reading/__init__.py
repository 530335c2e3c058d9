"""The parts of `read`: text layers judged, scans stood upright, looked at again and put right."""
