package attune.local;

import java.util.List;
import java.util.Map;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Which room may know which: the one place where all of them are on the class path. */
class HouseRulesTests {

    private static final Map<String, List<String>> MAY_KNOW = Map.of(
            "events", List.of(),
            "http", List.of(),
            "embedded", List.of(),
            "eventlog", List.of("events"),
            "gateway", List.of("http"),
            "checkin", List.of("events", "eventlog", "http"),
            "coach", List.of("events", "eventlog", "http"),
            "notification", List.of("events", "eventlog", "http"));

    private static JavaClasses house;

    @BeforeAll
    static void readAllRooms() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("attune");
    }

    @TestFactory
    List<DynamicTest> roomsKnowOnlyWhatTheyMay() {
        return MAY_KNOW.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> check(room.getKey(), room.getValue())))
                .toList();
    }

    private static void check(String room, List<String> mayKnow) {
        noClasses().that().resideInAPackage("attune." + room + "..")
                .should().dependOnClassesThat(DescribedPredicate.describe("belong to another room",
                        type -> belongsElsewhere(type, room, mayKnow)))
                .because("services meet only in the logs, and what carries all of them must not know one")
                .check(house);
    }

    private static boolean belongsElsewhere(JavaClass type, String room, List<String> mayKnow) {
        String[] names = type.getPackageName().split("\\.", -1);
        return names.length > 1 && names[0].equals("attune") && !names[1].equals(room) && !mayKnow.contains(names[1]);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
                .because("such a name says nothing").check(house);
        noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..impl..",
                "..shared..", "..misc..").because("what belongs nowhere ends there").check(house);
    }
}
