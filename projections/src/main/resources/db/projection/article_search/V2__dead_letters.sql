-- Documents of several streams may be as new as one another: an event that changes them all gives
-- them one position.
ALTER TABLE dead_letter DROP CONSTRAINT dead_letter_pkey;
ALTER TABLE dead_letter ADD PRIMARY KEY (position, stream);
