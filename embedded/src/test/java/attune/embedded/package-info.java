/** What the infrastructure of one machine promises, proved against the real thing. */
@NullMarked
package attune.embedded;

import org.jspecify.annotations.NullMarked;
