package attune.coach.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import attune.coach.feed.FeedDocuments.CheckInDocument;
import attune.coach.feed.Reference.Holder;
import attune.coach.months.Month;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.Audience;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;
import attune.events.PersonId;

/** Keeps what clients share with coaches, for the feed. What is not shared is not kept at all. */
public final class FeedJournalFold implements Fold<JournalEvent> {

    @Override
    public String name() {
        return "feedJournal";
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(FeedDocuments.CHECK_INS, FeedDocuments.CONFLICTS, FeedDocuments.JOURNAL_MONTHS);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        PersonId person = recorded.person();
        return switch (recorded.event()) {
            case CheckInRecorded checkIn when checkIn.audience().contains(Audience.COACH) -> {
                UUID id = checkIn.checkIn().value();
                CheckInItem item = CheckInItem.of(recorded, checkIn);
                yield List.of(
                        Update.of(FeedDocuments.CHECK_INS, FeedDocuments.id(person, id),
                                document -> document.item() == null ? new CheckInDocument(item) : document),
                        listed(recorded, new Reference(Holder.CHECK_IN, id)));
            }
            case ConflictOpened opened when opened.audience().contains(Audience.COACH) -> {
                UUID id = opened.conflict().value();
                ConflictItem item = ConflictItem.of(recorded, opened);
                yield List.of(
                        Update.of(FeedDocuments.CONFLICTS, FeedDocuments.id(person, id),
                                document -> document.opened(item)),
                        listed(recorded, new Reference(Holder.CONFLICT, id)));
            }
            case ConflictEntryAdded entry -> {
                UUID id = entry.conflict().value();
                EntryItem item = EntryItem.of(recorded, entry);
                yield List.of(
                        Update.of(FeedDocuments.CONFLICTS, FeedDocuments.id(person, id),
                                document -> document.with(item)),
                        listed(recorded, new Reference(Holder.CONFLICT, id)));
            }
            case CheckInRecorded _,ConflictOpened _,ConsentsChanged _,PreferencesChanged _,MeasureAnswered _ ->
                List.of();
        };
    }

    private static Update<Month> listed(Recorded<?> recorded, Reference reference) {
        return Update.of(FeedDocuments.JOURNAL_MONTHS, Month.id(recorded.person(), recorded.recordedAt()),
                month -> month.with(reference.entry(recorded)));
    }

    @Override
    public Optional<Stage> stageWhenApplied() {
        return Optional.of(Stage.FEED);
    }
}
