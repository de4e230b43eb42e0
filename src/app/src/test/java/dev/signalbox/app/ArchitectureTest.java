package dev.signalbox.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.core.port.Connector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules of the house that Maven's scopes cannot hold. Run by JUnit itself, so that they surely run.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    // Those of other modules, once they are packed.
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("dev.signalbox");

    private static final String[] CLIENTS = {
        "org.apache.kafka..", "com.rabbitmq..", "io.seata..", "org.apache.seata..", "io.netty.."
    };

    private static final Map<String, ArchRule> RULES =
            Map.ofEntries(
                    Map.entry(
                            "onlyOnePackageSpeaksToTheFxThread",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage("dev.signalbox.app.fx..")
                                    .should()
                                    .dependOnClassesThat()
                                    .areAssignableTo(Platform.class)
                                    .because("hand-overs have to be newest only, in one place")),
                    Map.entry(
                            "coreAndAdaptersKnowNoJavaFx",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage("dev.signalbox.app..")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "javafx..", "org.controlsfx..", "atlantafx..")
                                    .because("failures are values that go up, not alerts")),
                    Map.entry(
                            "theWindowKnowsNoAdapterAndNoClient",
                            noClasses()
                                    .that()
                                    .resideInAPackage("dev.signalbox.app..")
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAnyPackage(CLIENTS)
                                                    .or(
                                                            resideInAnyPackage(
                                                                    "dev.signalbox.kafka..",
                                                                    "dev.signalbox.rabbitmq..",
                                                                    "dev.signalbox.seata..",
                                                                    "dev.signalbox.cli..")))
                                    .because("a new broker changes no screen")),
                    Map.entry(
                            "coreKnowsNoClient",
                            noClasses()
                                    .that()
                                    .resideInAPackage("dev.signalbox.core..")
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAnyPackage(CLIENTS)
                                                    .or(resideInAPackage("dev.signalbox.app..")))
                                    .because("arrows point at core only")),
                    Map.entry(
                            "onlyTheGateExecutes",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage("dev.signalbox.core.gate..")
                                    .should()
                                    .callMethodWhere(
                                            target(name("execute"))
                                                    .and(
                                                            target(
                                                                    owner(
                                                                            assignableTo(
                                                                                    Connector
                                                                                            .class)))))
                                    .because(
                                            "access, confirmation, backup and audit cannot be"
                                                    + " forgotten")),
                    Map.entry(
                            "viewModelsKnowNoNodes",
                            noClasses()
                                    .that()
                                    .haveSimpleNameEndingWith("ViewModel")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("javafx.scene..")
                                    .because("they are tested without a toolkit")),
                    Map.entry(
                            "windowPackagesHaveNoCycles",
                            slices().matching("dev.signalbox.app.(*)..").should().beFreeOfCycles()),
                    Map.entry(
                            "corePackagesHaveNoCycles",
                            slices().matching("dev.signalbox.core.(*)..")
                                    .should()
                                    .beFreeOfCycles()),
                    Map.entry(
                            "theColumnsOfEveryTableCanBeChosen",
                            classes()
                                    .that()
                                    .resideInAPackage("dev.signalbox.app..")
                                    .should(letChooseTheColumnsOfTheirTables())
                                    .because("what is put away in one is looked for in all")),
                    Map.entry(
                            "nothingStaticChanges",
                            fields().that()
                                    .areStatic()
                                    .and()
                                    .areDeclaredInClassesThat()
                                    .resideInAPackage("dev.signalbox..")
                                    .should()
                                    .beFinal()
                                    .because(
                                            "the composition builds the graph; nothing is global")),
                    Map.entry(
                            "everyPackageIsNullMarked",
                            classes()
                                    .that()
                                    .resideInAPackage("dev.signalbox..")
                                    .should(beInANullMarkedPackage())));

    @TestFactory
    Stream<DynamicTest> rules() {
        return RULES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @Test
    void elevenRulesLookAtTheWholeConsole() {
        assertThat(rules()).hasSize(11);
        for (String module : List.of("core", "app", "kafka", "rabbitmq", "seata")) {
            assertThat(
                            CLASSES.stream()
                                    .filter(
                                            it ->
                                                    it.getPackageName()
                                                            .startsWith("dev.signalbox." + module)))
                    .as(module)
                    .hasSizeGreaterThan(10);
        }
    }

    private static ArchCondition<JavaClass> letChooseTheColumnsOfTheirTables() {
        return new ArchCondition<>("let the operator choose the columns of each table they make") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                long made =
                        item.getConstructorCallsFromSelf().stream()
                                .filter(
                                        call ->
                                                call.getTargetOwner()
                                                        .isEquivalentTo(DataTable.class))
                                .count();
                long choosable =
                        item.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getName().equals("choosable"))
                                .count();
                if (choosable < made) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    item,
                                    "%s makes %d tables and lets choose the columns of %d"
                                            .formatted(item.getName(), made, choosable)));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    item, item.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
