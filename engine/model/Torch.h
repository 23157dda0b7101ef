#pragma once

// What the engine uses of LibTorch. A file that includes all of torch/torch.h instantiates 3 s more of templates, used
// or not.
#include <torch/autograd.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/modules/rnn.h>
#include <torch/types.h>
#include <torch/utils.h>
