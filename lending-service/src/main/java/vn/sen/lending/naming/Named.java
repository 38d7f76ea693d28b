package vn.sen.lending.naming;

/** Something that keeps its code and bears names by day. */
public interface Named {

  String code();

  DatedNames names();
}
