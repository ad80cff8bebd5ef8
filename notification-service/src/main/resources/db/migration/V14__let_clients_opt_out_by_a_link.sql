ALTER TABLE opt_outs DROP CONSTRAINT an_opt_out_has_a_source;
ALTER TABLE opt_outs ADD CONSTRAINT an_opt_out_has_a_source CHECK (source IN ('REPLY', 'GATEWAY', 'LINK', 'STAFF'));
