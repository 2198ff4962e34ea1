package attune.embedded;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on a real MongoDB, if the environment names one that may be written to. */
@EnabledIfEnvironmentVariable(named = "ATTUNE_TEST_MONGODB_URI", matches = "mongodb.*", disabledReason = "no real MongoDB was named in ATTUNE_TEST_MONGODB_URI: the contract was held against the embedded server only")
class RealMongoContractIT extends MongoContract {

    @Override
    String server() {
        return System.getenv("ATTUNE_TEST_MONGODB_URI");
    }
}
