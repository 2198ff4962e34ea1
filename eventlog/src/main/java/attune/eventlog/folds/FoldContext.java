package attune.eventlog.folds;

import java.time.Clock;

import attune.eventlog.append.EventAppender;
import attune.eventlog.deadletters.DeadLetters;
import attune.eventlog.documents.DocumentStore;
import attune.eventlog.positions.Positions;
import attune.eventlog.positions.Progress;
import attune.eventlog.records.LogReader;
import attune.eventlog.traces.Traces;

/**
 * All that a fold runs on.
 *
 * @param source what decisions give as their source: the name of the service
 */
public record FoldContext(String source, EventAppender appender, LogReader reader, DocumentStore documents,
        Positions positions, Progress progress, DeadLetters deadLetters, FoldMetrics metrics, Traces traces,
        Clock clock,
        FoldStep.Listener steps) {}
