/**
 * It speaks: folds suggestions into notifications, keeps each client's inbox, and delivers by mail.
 *
 * <p>
 * {@code planning} decides and is pure; {@code recipients} knows how people want to be reached; {@code inbox} is what a
 * person sees; {@code queue} is what waits to be delivered; {@code delivery} looks at what is due and acts;
 * {@code channels} hand over to providers; {@code messages} is what is said, in each language; {@code unsubscribe} ends
 * mails by one click; {@code seals} keeps secrets.
 */
@NullMarked
package attune.notification;

import org.jspecify.annotations.NullMarked;
