/** A real Chromium, driven over its own protocol: nothing to download, nothing between the test and the browser. */
@NullMarked
package attune.local.browser;

import org.jspecify.annotations.NullMarked;
