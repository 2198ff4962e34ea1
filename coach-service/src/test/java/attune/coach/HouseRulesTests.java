package attune.coach;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules, as far as a machine can keep them. */
@AnalyzeClasses(packages = "attune.coach", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final String[] PURE = {"attune.coach.client..", "attune.coach.rules..", "attune.coach.decisions..",
            "attune.coach.safety..", "attune.coach.gate.."};

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("attune.checkin..", "attune.notification..", "attune.gateway..", "attune.local..")
            .because("services meet in the logs only");

    @ArchTest
    static final ArchRule decidesWithoutMachinery = noClasses().that().resideInAnyPackage(PURE)
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..",
                    "reactor..", "io.micrometer..")
            .because("what is decided is a pure function of one log");

    @ArchTest
    static final ArchRule decidesWithoutClockAndChance = noClasses().that().resideInAnyPackage(PURE)
            .should().dependOnClassesThat().belongToAnyOf(Clock.class, Random.class, SecureRandom.class,
                    ThreadLocalRandom.class)
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(UUID.class, "randomUUID")
            .because("reading the journal again has to decide the same");

    @ArchTest
    static final ArchRule foldsArePureToo = noClasses().that().haveSimpleNameEndingWith("Fold")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "reactor..")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .because("a fold sees its document and the event, and nothing else");

    @ArchTest
    static final ArchRule hasNoCycles = slices().matching("attune.coach.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule injectsByConstructor = fields().should().notBeAnnotatedWith(Autowired.class)
            .because("a class says in its constructor what it needs");

    @ArchTest
    static final ArchRule doesNotWaitInReactiveCode = noClasses().that().resideOutsideOfPackage("attune.coach")
            .should().callMethod(Mono.class, "block")
            .orShould().callMethod(Flux.class, "blockFirst")
            .orShould().callMethod(Flux.class, "blockLast")
            .orShould().callMethod(Thread.class, "sleep", long.class)
            .because("event loops do not wait");

    @ArchTest
    static final ArchRule usesTheDriverThroughTheMachineryOnly = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.springframework.data..")
            .because("documents are read by their ids, through Documents");

    @ArchTest
    static final ArchRule hasNoRoomsForEverything = noClasses().should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..misc..")
            .orShould().haveSimpleNameEndingWith("Manager")
            .orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Util")
            .orShould().haveSimpleNameEndingWith("Impl")
            .orShould().haveSimpleNameEndingWith("Dto")
            .because("a name says what a thing is");
}
