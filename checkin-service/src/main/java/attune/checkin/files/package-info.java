/** Data that come with the service as versioned files: read once at the start, strictly. */
@NullMarked
package attune.checkin.files;

import org.jspecify.annotations.NullMarked;
