/** What the service says, in every language it knows: templates in {@code messages/}, a folder a language. */
@NullMarked
package attune.notification.messages;

import org.jspecify.annotations.NullMarked;
