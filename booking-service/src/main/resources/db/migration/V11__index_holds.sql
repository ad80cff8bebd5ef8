-- Those that stand are few and are the last ones: for the limit of an account, and whenever holds are looked for.
CREATE INDEX appointments_held ON appointments (expires_at) WHERE status = 'HELD';
