package attune.eventlog;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "attune", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    @ArchTest
    static final ArchRule KNOWS_THE_CONTRACT_ONLY = noClasses().that().resideInAPackage("attune.eventlog..")
            .should().dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe("are of another room",
                    type -> type.getPackageName().startsWith("attune.")
                            && !type.getPackageName().startsWith("attune.eventlog")
                            && !type.getPackageName().equals("attune.events")))
            .because("the machinery carries every room and must not know one");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("attune.eventlog.(*)..").should().beFreeOfCycles()
            .because("a package that two others need in a circle cannot be understood alone");

    @ArchTest
    static final ArchRule FOLDING_HAS_NO_CLOCK = noClasses().that().haveSimpleName("FoldInput")
            .or().haveSimpleName("KnownDecisions").or().haveSimpleName("StoredDocument")
            .should().callMethod(java.time.Instant.class, "now").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .because("the same log must give the same documents");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields().should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses().should().haveNameMatching(
            ".*(Impl|Util|Utils|Helper|Manager|Dto)").because("such a name says nothing");

    @ArchTest
    static final ArchRule ONLY_FOLDS_RUN_ON_CONSUMER_THREADS = classes().that().haveSimpleName("FoldRunner")
            .should().bePackagePrivate().because("a service declares folds and never runs one");
}
