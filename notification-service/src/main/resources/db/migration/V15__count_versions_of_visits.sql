-- The appointment's, which calendars count a visit's changes by; 0: it was announced before this was kept.
ALTER TABLE visits ADD COLUMN version bigint NOT NULL DEFAULT 0;
