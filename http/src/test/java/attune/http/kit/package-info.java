/** The test kit for rooms with a door: a provider that signs anything, and a check against blocking calls. */
@NullMarked
package attune.http.kit;

import org.jspecify.annotations.NullMarked;
