/** The documents that folds keep: one collection a kind, each document with a memory of what it has seen. */
@NullMarked
package attune.eventlog.documents;

import org.jspecify.annotations.NullMarked;
