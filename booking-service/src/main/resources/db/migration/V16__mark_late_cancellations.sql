-- Whether the client called off when less than the location's cancellation window was left. Of those before, nobody looked.
ALTER TABLE cancellations ADD COLUMN late boolean NOT NULL DEFAULT false;
ALTER TABLE cancellations ALTER COLUMN late DROP DEFAULT;
