-- Cards that fall due are found by an index that need not follow every answer. `filed` is where it has a card: never after
-- `due`, so that none is missed, and before it where the card was put off since. What puts a card off leaves `filed` alone
-- and so writes no page of the index; `sctui.store.states.file_again` lets it follow.
ALTER TABLE states ADD COLUMN filed INTEGER NOT NULL DEFAULT -9000000000000000 CHECK (filed <= due);

UPDATE states SET filed = due;

DROP INDEX states_due;

CREATE INDEX states_filed ON states (filed);
