package vn.sen.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Component;

/** What the folder list promises. */
@AnalyzeClasses(packages = "vn.sen.identity", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** A component, or what it keeps inside: the bodies a controller reads and writes. */
  private static final DescribedPredicate<JavaClass> BELONG_TO_A_COMPONENT =
      DescribedPredicate.describe(
          "belong to a component",
          type -> {
            var outer = type;
            while (outer.getEnclosingClass().isPresent()) {
              outer = outer.getEnclosingClass().get();
            }
            return outer.isMetaAnnotatedWith(Component.class);
          });

  /**
   * The issuer's own package is made of the framework; who people are and what they may do is not.
   */
  @ArchTest
  static final ArchRule onlyComponentsKnowTechnology =
      noClasses()
          .that()
          .resideInAnyPackage(
              "vn.sen.identity.person..",
              "vn.sen.identity.client..",
              "vn.sen.identity.session..",
              "vn.sen.identity.signin..")
          .and(DescribedPredicate.not(BELONG_TO_A_COMPONENT))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "vn.sen.chassis.command..",
              "vn.sen.chassis.store..",
              "vn.sen.chassis.web..");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("vn.sen.identity.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingRestsOnWhatIsLocal =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.sen.identity.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.sen.identity.local..");
}
