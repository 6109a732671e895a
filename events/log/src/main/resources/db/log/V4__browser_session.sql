-- The sign-ins of browsers: how often the token of each was exchanged. Only the newest token, and for
-- some seconds the one before, is good.
CREATE TABLE log.browser_session (
    id           uuid        NOT NULL PRIMARY KEY,
    generation   bigint      NOT NULL,
    exchanged_at timestamptz NOT NULL,
    lapses_at    timestamptz NOT NULL
);

-- BrowserSessions.begin sweeps out what has lapsed.
CREATE INDEX browser_session_lapsed ON log.browser_session (lapses_at);
