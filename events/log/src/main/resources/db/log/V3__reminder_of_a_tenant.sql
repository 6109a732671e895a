-- Two organisations may ask to be reminded of the same stream: one of them is wrong, and must not
-- take the other's place.
ALTER TABLE log.reminder DROP CONSTRAINT reminder_key;
ALTER TABLE log.reminder ADD CONSTRAINT reminder_key PRIMARY KEY (topic, stream, due, tenant);
