/** Statements from a file, reviewed without a running system. */
@NullMarked
package attune.local.review;

import org.jspecify.annotations.NullMarked;
