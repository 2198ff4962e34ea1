/** Lists of a person's things by when they happened, kept in pages that stay small. */
@NullMarked
package attune.checkin.timeline;

import org.jspecify.annotations.NullMarked;
