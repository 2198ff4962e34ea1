package attune.checkin;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Lookups;
import attune.eventlog.folds.Fold;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "attune.checkin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final DescribedPredicate<JavaMethodCall> ASKS_FOR_THE_TIME = describe("it asks what time it is",
            HouseRulesTests::asksForTheTime);

    @ArchTest
    static final ArchRule STANDS_ON_THE_SHARED_ROOMS_ONLY = noClasses()
            .should().dependOnClassesThat(describe("belong to another room", HouseRulesTests::isOfAnotherRoom))
            .because("services meet in the logs and nowhere else");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("attune.checkin.(*)..")
            .should().beFreeOfCycles()
            .because("a feature must be readable without all others");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule FIELDS_DO_NOT_CHANGE = fields().should().beFinal()
            .because("what many threads share is either constant or made for it");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_IT_IS = noClasses()
            .should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Processor)(\\$.*)?")
            .orShould().resideInAnyPackage("..common..", "..util..", "..helper..", "..impl..", "..shared..", "..misc..")
            .because("a name that says how or nothing helps nobody");

    @ArchTest
    static final ArchRule DOORS_ARE_CLOSED = classes()
            .that().haveSimpleNameEndingWith("Controller").or().haveSimpleNameEndingWith("Configuration")
            .or().haveSimpleNameEndingWith("Request").or().haveSimpleNameEndingWith("Fold")
            .should().notBePublic()
            .because("others see the application class and what a feature gives away, nothing else");

    @ArchTest
    static final ArchRule FOLDING_IS_PURE = noClasses()
            .that().implement(Fold.class).or().haveSimpleNameEndingWith("Document")
            .or().haveSimpleName("Timeline").or().haveSimpleName("Directory").or().haveSimpleName("PlacePage")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.kafka..",
                    "com.mongodb..", "org.bson..", "reactor..")
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().dependOnClassesThat().areAssignableTo(Random.class)
            .orShould().callMethod(UUID.class, "randomUUID")
            .orShould().callMethodWhere(ASKS_FOR_THE_TIME)
            .because("the same log must give the same documents");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses()
            .should().callMethodWhere(ASKS_FOR_THE_TIME)
            .because("there is one clock, and tests may turn it");

    @ArchTest
    static final ArchRule NOTHING_WAITS_ON_A_THREAD = noClasses()
            .should().callMethodWhere(describe("it blocks", HouseRulesTests::blocks))
            .because("event loops serve many people at once");

    @ArchTest
    static final ArchRule ONE_PLACE_SUBSCRIBES = noClasses().that().areNotAssignableTo(Lookups.class)
            .should().callMethodWhere(describe("it subscribes", call -> isReactive(call.getTargetOwner())
                    && call.getName().equals("subscribe")))
            .because("who subscribes by hand loses errors and the trace");

    /** The commands of the local room use them without a running service. */
    private static final DescribedPredicate<JavaClass> FOR_COMMANDS = describe("belong to the review of statements",
            type -> type.getPackageName().equals("attune.checkin.statements"));

    @ArchTest
    static final ArchRule ONLY_WHAT_OTHERS_USE_IS_PUBLIC = classes()
            .that(DescribedPredicate.not(FOR_COMMANDS)).and().arePublic().and().areTopLevelClasses().and()
            .doNotHaveSimpleName("CheckinApplication")
            .should(beUsedByAnotherPackage())
            .because("what nobody else uses is nobody else's business");

    private static boolean isOfAnotherRoom(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("attune.") && !name.matches("attune\\.(checkin|events|eventlog|http)(\\..*)?");
    }

    private static boolean asksForTheTime(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return owner.isEquivalentTo(System.class)
                ? call.getName().equals("currentTimeMillis") || call.getName().equals("nanoTime")
                : owner.getPackageName().startsWith("java.time") && call.getName().equals("now");
    }

    private static boolean blocks(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return isReactive(owner)
                ? call.getName().matches("block.*|toIterable|toStream|toFuture")
                : owner.isEquivalentTo(Thread.class) && call.getName().equals("sleep");
    }

    private static boolean isReactive(JavaClass type) {
        return type.isAssignableTo(Mono.class) || type.isAssignableTo(Flux.class);
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is public and used nowhere else"));
            }
        };
    }
}
