package attune.embedded;

import java.util.Set;

/**
 * {@link MailCatcher} as a process of its own. Arguments: {@code --folder=PATH}, {@code --port=NUMBER} for SMTP and
 * {@code --page-port=NUMBER} for the page (0 for any). Says {@code READY host:port http://host:port/}: first where mail
 * is taken, then where it is shown.
 */
public final class MailProcess {

    private MailProcess() {}

    /** Runs until SIGTERM. */
    public static void main(String[] arguments) {
        ProcessRun.run(arguments, Set.of("folder", "port", "page-port"), told -> {
            MailCatcher catcher = MailCatcher.start(MailCatcher.Settings.in(told.folder())
                    .onPorts(told.port("port"), told.port("page-port")));
            return new ProcessRun.Running(catcher.smtpAddress() + " " + catcher.page(), catcher);
        });
    }
}
