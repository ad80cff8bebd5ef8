CREATE INDEX appointments_of_series ON appointments (series_id, starts_at, id) WHERE series_id IS NOT NULL;
