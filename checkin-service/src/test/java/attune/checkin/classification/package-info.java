@NullMarked
package attune.checkin.classification;

import org.jspecify.annotations.NullMarked;
