-- A start reads what is claimed from now on, of a table that keeps what was: for visits, and for the few blocks by themselves.
CREATE INDEX claims_by_end ON claims (upper(during));
CREATE INDEX claims_of_blocks_by_end ON claims (upper(during)) WHERE block_id IS NOT NULL;
