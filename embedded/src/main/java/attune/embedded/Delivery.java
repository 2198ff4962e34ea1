package attune.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserImpl;

/**
 * Puts what the SMTP server takes into the folder, before the sender hears that it was taken. The server delivers once
 * per recipient; the folder gets the message once.
 */
final class Delivery implements MessageDeliveryHandler {

    private final GreenMailUser folder;
    private final GreenMailUser nowhere;

    Delivery(MailFolder mails) {
        this.folder = new Everybody() {
            @Override
            public void deliver(MovingMessage message) {
                mails.add(message);
            }
        };
        this.nowhere = new Everybody() {
            @Override
            public void deliver(MovingMessage message) {
                // The first recipient brought it into the folder.
            }
        };
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) {
        return recipient.equals(message.getToAddresses().iterator().next()) ? folder : nowhere;
    }

    /** The one user behind all addresses; has no mailbox. */
    private abstract static class Everybody extends UserImpl {

        Everybody() {
            super("everybody", "everybody", "", null);
        }
    }
}
