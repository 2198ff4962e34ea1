/** What people see who may need more than coaching: kind words, the truth about who reads, and lines of help. */
@NullMarked
package attune.checkin.support;

import org.jspecify.annotations.NullMarked;
