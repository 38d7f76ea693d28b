package vn.sen.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "vn.sen.training", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyComponentsKnowTechnology =
      noClasses()
          .that()
          .areNotMetaAnnotatedWith(Component.class)
          .and()
          .areNotAnnotatedWith(SpringBootApplication.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "vn.sen.chassis.store..",
              "vn.sen.chassis.web..");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("vn.sen.training.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsPublicButTheApplication =
      classes()
          .that()
          .areNotAnnotatedWith(SpringBootApplication.class)
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();
}
