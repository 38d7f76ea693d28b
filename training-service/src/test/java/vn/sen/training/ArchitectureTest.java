package vn.sen.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/**
 * What the folder list promises. That features keep out of each other's internals, package-private
 * does the rest of.
 */
@AnalyzeClasses(packages = "vn.sen.training", importOptions = DoNotIncludeTests.class)
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
            return outer.isMetaAnnotatedWith(Component.class)
                || outer.isAnnotatedWith(SpringBootApplication.class);
          });

  @ArchTest
  static final ArchRule onlyComponentsKnowTechnology =
      noClasses()
          .that(DescribedPredicate.not(BELONG_TO_A_COMPONENT))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "java.security..",
              "javax.crypto..",
              "vn.sen.chassis.command..",
              "vn.sen.chassis.privacy..",
              "vn.sen.chassis.store..",
              "vn.sen.chassis.web..");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("vn.sen.training.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresDoNotKnowWhatMakesThemAct =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.sen.training.news..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.sen.training.news..");
}
