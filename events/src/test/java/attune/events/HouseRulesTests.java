package attune.events;

import java.time.Clock;
import java.util.UUID;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "attune.events", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    @ArchTest
    static final ArchRule STANDS_ON_NEXT_TO_NOTHING = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "attune.events..", "tools.jackson..",
                    "com.fasterxml.jackson.annotation..", "org.jspecify.annotations..")
            .because("every room reads the contract, and none may be forced to take a framework with it");

    @ArchTest
    static final ArchRule ONLY_THE_CODEC_KNOWS_THE_MAPPER = noClasses()
            .that().haveNameNotMatching(".*\\.(EventCodec|BodyMapper)(\\$.*)?")
            .should().dependOnClassesThat().resideInAPackage("tools.jackson..")
            .because("there is one way to write and read what stands on the logs");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses()
            .should().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().callMethodWhere(describe("it asks what time it is", HouseRulesTests::asksForTheTime))
            .because("reading a log again must give the same states and the same decisions");

    @ArchTest
    static final ArchRule CHANCE_IS_FOR_NEW_IDS_ONLY = noClasses().that()
            .doNotHaveFullyQualifiedName(EventId.class.getName())
            .should().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\..*Random.*")
            .orShould().callMethod(UUID.class, "randomUUID")
            .because("what is decided twice must have one id");

    @ArchTest
    static final ArchRule NOTHING_CAN_BE_SET = methods()
            .should().haveNameNotMatching("set[A-Z].*")
            .because("an event has happened");

    private static boolean asksForTheTime(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                ? call.getName().equals("currentTimeMillis") || call.getName().equals("nanoTime")
                : call.getTargetOwner().getPackageName().startsWith("java.time") && call.getName().equals("now");
    }
}
