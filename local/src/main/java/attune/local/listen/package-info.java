/** The command {@code ./attune listen FILE}: what Attune hears in texts, without a running system. */
@NullMarked
package attune.local.listen;

import org.jspecify.annotations.NullMarked;
