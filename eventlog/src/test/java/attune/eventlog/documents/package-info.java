@NullMarked
package attune.eventlog.documents;

import org.jspecify.annotations.NullMarked;
