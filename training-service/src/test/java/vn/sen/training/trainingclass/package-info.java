/** Classes, tested. */
package vn.sen.training.trainingclass;
