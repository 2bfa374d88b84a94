package io.factmatrix.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of a module and what may not be in any of them; each module's test extends this. */
public abstract class HouseRules {

    private final String root;
    private final JavaClasses classes;

    /**
     * @param root the module's package
     */
    protected HouseRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** {@code http → application → domain ← store}; only the composition root sees all rooms. */
    @Test
    void callsFlowOneWayThroughTheRooms() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("http")
                .definedBy(root + ".http..")
                .layer("application")
                .definedBy(root + ".application..")
                .layer("domain")
                .definedBy(root + ".domain..")
                .layer("store")
                .definedBy(root + ".store..")
                .layer("root")
                .definedBy(root)
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("http", "root")
                .check(classes);
    }

    @Test
    void theDomainKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "reactor..", "org.postgresql..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void noPackageImportsInACircle() {
        slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyNameSaysSomething() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..", "..shared..", "..base..")
                .check(classes);
    }

    @Test
    void theClockIsAnArgument() {
        noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .allowEmptyShould(true)
                .check(classes);
    }
}
