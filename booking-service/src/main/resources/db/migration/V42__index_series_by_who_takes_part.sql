-- A merge of two clients looks for the series of one of them.
CREATE INDEX series_by_participant ON series USING gin (participants jsonb_path_ops);
