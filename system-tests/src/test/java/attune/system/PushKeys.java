package attune.system;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** The keys by which a service proves to push services that it is itself. */
final class PushKeys {

    private PushKeys() {}

    /** New keys, as the notification service wants them in its environment. */
    static Map<String, String> environment() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of("ATTUNE_PUSH_PRIVATE_KEY", base64.encodeToString(keys.getPrivate().getEncoded()),
                    "ATTUNE_PUSH_PUBLIC_KEY", base64.encodeToString(keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
