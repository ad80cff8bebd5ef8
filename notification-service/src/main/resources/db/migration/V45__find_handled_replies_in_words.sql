-- What they wrote goes some time after somebody has dealt with it.
CREATE INDEX replies_to_forget ON replies (handled_at) WHERE handled_at IS NOT NULL AND phone IS NOT NULL;
