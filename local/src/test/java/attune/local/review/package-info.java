@NullMarked
package attune.local.review;

import org.jspecify.annotations.NullMarked;
