"""Een inhoudsmap voor een gemeente beginnen, en haar bijhouden als generator of set verder gaat."""
