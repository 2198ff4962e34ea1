/**
 * The check-in service listens. It takes what clients say about themselves, appends each word to the journal, and
 * answers only when the journal has it. What they said before is folded back into a history of their own, which this
 * service alone reads. It never looks at another log and never asks another service. Lose its database, and it folds
 * the same history again.
 */
@NullMarked
package attune.checkin;

import org.jspecify.annotations.NullMarked;
