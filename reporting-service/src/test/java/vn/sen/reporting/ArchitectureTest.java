package vn.sen.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.sen.reporting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule figuresKnowNoTechnology =
      noClasses()
          .that()
          .resideInAPackage("vn.sen.reporting.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "vn.sen.chassis.store..",
              "vn.sen.chassis.web..",
              "vn.sen.chassis.command..");

  @ArchTest
  static final ArchRule figuresDoNotKnowTheirWeb =
      noClasses()
          .that()
          .resideInAPackage("vn.sen.reporting.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.sen.reporting.*.web..");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("vn.sen.reporting.(*)..").should().beFreeOfCycles();
}
