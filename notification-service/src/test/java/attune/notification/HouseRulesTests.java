package attune.notification;

import java.time.Clock;
import java.util.UUID;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.eventlog.folds.Fold;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "attune.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    @ArchTest
    static final ArchRule MEETS_OTHERS_IN_THE_LOGS_ONLY = classes()
            .should().onlyDependOnClassesThat().resideOutsideOfPackages("attune.checkin..", "attune.coach..",
                    "attune.gateway..", "attune.embedded..")
            .because("services never call each other");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("attune.notification.(*)..")
            .should().beFreeOfCycles()
            .because("a change must have one direction");

    @ArchTest
    static final ArchRule PLANS_ARE_PURE = noClasses()
            .that().resideInAPackage("..planning..").or().resideInAPackage("..queue..")
            .or().implement(Fold.class)
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.kafka..",
                    "com.mongodb..", "reactor..", "io.micrometer..", "org.slf4j..", "jakarta..")
            .because("reading a log again must give the same states and the same decisions");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses()
            .should().callMethodWhere(describe("it asks what time it is", HouseRulesTests::asksForTheTime))
            .because("a test must be able to move the clock");

    @ArchTest
    static final ArchRule PLANS_HAVE_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .that().resideInAPackage("..planning..").or().resideInAPackage("..queue..").or().implement(Fold.class)
            .should().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\..*Random.*")
            .orShould().callMethod(UUID.class, "randomUUID")
            .because("what is decided twice must be decided alike");

    @ArchTest
    static final ArchRule ONLY_THE_FUNCTIONS_KNOW_HOW_BATCHES_COME = noClasses()
            .that().doNotHaveSimpleName("NotificationFunctions").and().doNotHaveSimpleName("Changes")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.messaging..",
                    "org.springframework.cloud..", "org.springframework.kafka..")
            .because("what is folded does not depend on who brings it");

    @ArchTest
    static final ArchRule ONLY_THE_MAIL_CHANNEL_KNOWS_MAIL = noClasses()
            .that().resideOutsideOfPackage("..channels.email..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.springframework.mail..",
                    "org.eclipse.angus..")
            .because("a further channel must not have to know it");

    @ArchTest
    static final ArchRule REACTIVE_CODE_DOES_NOT_BLOCK = noClasses()
            .that().resideInAPackage("..inbox..")
            .should().callMethodWhere(describe("it blocks", HouseRulesTests::blocks))
            .because("an event loop serves thousands");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule NOTHING_CAN_BE_SET = noMethods().should().haveNameMatching("set[A-Z].*")
            .because("things are made whole");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_IT_IS = noClasses()
            .should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|Processor|Info|Data)")
            .because("such a name says nothing");

    private static boolean asksForTheTime(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                ? call.getName().equals("currentTimeMillis")
                : call.getTargetOwner().getPackageName().startsWith("java.time") && call.getName().equals("now");
    }

    private static boolean blocks(JavaCall<?> call) {
        if (call.getTargetOwner().isEquivalentTo(Mono.class) || call.getTargetOwner().isEquivalentTo(Flux.class)) {
            return call.getName().startsWith("block") || call.getName().equals("toIterable")
                    || call.getName().equals("toStream");
        }
        return call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep");
    }
}
